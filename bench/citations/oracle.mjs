// Formats works and clusters with citeproc-js.
// In (stdin): {style, language, locales, items, clusters, narrative_and}; out: {clusters: {raw: html}, entries: [[key, html]]}.
// A narrative citation is two citations to citeproc-js: the author alone, then the rest without that author.
// Where the manual spells out "and" between authors in the sentence (APA), the author comes from the same style with and="text".
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";

// citeproc-js drops the style's italics from an author printed alone; here they are kept, so that they can be compared.
const PLAIN_AUTHOR = /if \(item && item\["author-only"\]\) \{\s*this\.tmp\.suppress_decorations = true;\s*\}/;
const source = readFileSync(createRequire(import.meta.url).resolve("citeproc"), "utf8").replace(PLAIN_AUTHOR, "");
const loaded = { exports: {} };
new Function("module", "exports", source)(loaded, loaded.exports);
const CSL = loaded.exports;
const { style, language, locales, items, clusters, narrative_and: spelled } = JSON.parse(readFileSync(0, "utf8"));
const works = new Map(items.map((item) => [item.id, item]));

function engine(csl) {
  const system = { retrieveLocale: (name) => locales[name] ?? locales["en-US"], retrieveItem: (id) => works.get(id) };
  const processor = new CSL.Engine(system, csl, language, true);
  return processor;
}

// Citations go in one after the other, as in a document that grows; each may change the ones before it.
function printed(processor, lists) {
  processor.updateUncitedItems([...works.keys()]);
  const prints = [];
  const before = [];
  lists.forEach((cites, number) => {
    const citation = { citationID: `c${number}`, citationItems: structuredClone(cites), properties: { noteIndex: 0 } };
    const [, changed] = processor.processCitationCluster(citation, before, []);
    for (const [index, html] of changed) prints[index] = html.replace("[NO_PRINTED_FORM]", "");
    before.push([citation.citationID, 0]);
  });
  return prints;
}

function authorAlone({ cites: [{ id }] }) {
  return [{ id, "author-only": true }];
}

function rest({ cites: [first, ...others], narrative }) {
  return narrative ? [{ ...first, "suppress-author": true }, ...others] : [first, ...others];
}

const processor = engine(style);
const parentheses = printed(processor, clusters.map(rest));
const [{ entry_ids: listed, bibliography_errors: errors }, html] = processor.makeBibliography();
const unprinted = new Set(errors.map(({ itemID }) => itemID));
const ids = listed.filter(([id]) => !unprinted.has(id));
if (ids.length !== html.length) throw new Error(`${ids.length} keys for ${html.length} entries`);
const sentence = engine(spelled ? style.replaceAll('and="symbol"', 'and="text"') : style);
const authors = printed(sentence, clusters.map((one) => (one.narrative ? authorAlone(one) : rest(one))));
const answer = {
  clusters: Object.fromEntries(
    clusters.map(({ raw, narrative }, n) => [raw, narrative ? `${authors[n].replace(/^\((.*)\)$/, "$1")} ${parentheses[n]}`.trim() : parentheses[n]]),
  ),
  entries: ids.map(([id], number) => [id, html[number].trim()]),
};
process.stdout.write(JSON.stringify(answer));
