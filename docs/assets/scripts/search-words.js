/* Reads what was typed: leaves out words that say nothing, mends misspelt ones, and adds words that mean the same. */
(() => {
  "use strict";
  const LONGEST_QUERY = 300;
  const MOST_WORDS = 24;
  const MOST_GUESSES = 3;
  const MARGIN = 0.3;
  const OTHER_FIRST = 0.7;
  const OTHER_ENDING = 0.25;
  const BY_USE = 0.7;
  const MEANS_THE_SAME = 0.8;
  const SECOND_GUESS = 0.6;
  const ENDINGS = [
    "ational", "ations", "ation", "ments", "ment", "ities", "ity", "ingly", "ings", "ing", "edly", "ness", "ives", "ive",
    "ers", "er", "ors", "or", "ies", "ied", "est", "ed", "ly", "es", "s", "e", "y",
  ];

  const fold = (text) => text.normalize("NFKC").toLowerCase().replace(/[\u2018\u2019]/g, "'");
  const split = (text) => fold(text).match(/[\p{L}\p{N}]+(?:[.'][\p{L}\p{N}]+)*/gu) || [];
  const bare = (word) => word.replace(/'s$/, "").replace(/'/g, "");

  /* A rough root, only to tell that two forms belong to one word; each engine has a stemmer of its own. */
  const root = (word) => {
    for (const ending of ENDINGS) {
      if (word.length - ending.length >= 4 - (ending === "s") && word.endsWith(ending)) {
        return word.slice(0, -ending.length).replace(/([b-df-hj-np-tv-z])\1$/, "$1");
      }
    }
    return word;
  };
  const roots = (words) => words.map(root).join(" ");

  /* Damerau and Levenshtein: what it costs to add, drop, change or swap letters until one word is the other. Slips that
     people make most (a doubled letter, two letters swapped, one vowel for another) cost less. Gives up above `most`. */
  const VOWELS = "aeiouy";
  const SLIP = 0.6;
  const distance = (one, other, most) => {
    if (Math.abs(one.length - other.length) > most / SLIP) return Infinity;
    const doubled = (word, at) => (word[at] === word[at - 1] || word[at] === word[at + 1] ? SLIP : 1);
    const changed = (a, b) => (a === b ? 0 : VOWELS.includes(a) && VOWELS.includes(b) ? SLIP : 1);
    let before = [];
    let above = [0];
    for (let j = 1; j <= other.length; j += 1) above[j] = above[j - 1] + doubled(other, j - 1);
    for (let i = 1; i <= one.length; i += 1) {
      const row = [above[0] + doubled(one, i - 1)];
      for (let j = 1; j <= other.length; j += 1) {
        row[j] = Math.min(
          above[j] + doubled(one, i - 1),
          row[j - 1] + doubled(other, j - 1),
          above[j - 1] + changed(one[i - 1], other[j - 1]),
        );
        const swapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
        if (swapped) row[j] = Math.min(row[j], before[j - 2] + SLIP);
      }
      if (Math.min(...row) > most) return Infinity;
      [before, above] = [above, row];
    }
    return above[other.length];
  };

  class Words {
    constructor({ same, means, skip, known }) {
      this.known = known.split(" ");
      this.likely = this.known.filter((word) => word.length > 2 && !/\d/.test(word)).map((word) => [word, root(word)]);
      this.rank = new Map(this.known.map((word, number) => [word, number]));
      this.roots = new Set(this.likely.map(([, own]) => own));
      this.skipped = new Set(skip.split(" "));
      this.meanings = new Map();
      this.longest = 1;
      for (const group of same) for (const word of group) this.add(word, group.filter((other) => other !== word));
      for (const [typed, found] of Object.entries(means)) this.add(typed, found);
    }

    add(typed, found) {
      const words = split(typed).map(bare);
      const key = roots(words);
      this.longest = Math.max(this.longest, words.length);
      this.meanings.set(key, [...new Set([...(this.meanings.get(key) || []), ...found])]);
    }

    isKnown(word) {
      return /\d/.test(word) || word.length < 3 || this.rank.has(word) || this.skipped.has(word)
        || this.meanings.has(root(word)) || (word.length > 4 && this.roots.has(root(word)));
    }

    /* The known words that a misspelt one is closest to, best first: at most one slip for three letters. */
    guesses(word) {
      const most = Math.min(2, Math.max(word.length / 3 - 0.3, 0));
      const close = [];
      const own = root(word);
      const rarest = Math.log(this.known.length);
      for (const [known, other] of this.likely) {
        if (Math.abs(known.length - word.length) > most / SLIP + 3) continue;
        const first = known[0] === word[0] ? 0 : OTHER_FIRST;
        const cost = first + Math.min(distance(word, known, most - first), distance(own, other, most - first) + OTHER_ENDING);
        if (cost <= most) close.push([known, cost + BY_USE * Math.log(1 + this.rank.get(known)) / rarest]);
      }
      const found = close.sort((a, b) => a[1] - b[1]);
      const near = found.filter(([, cost]) => cost <= found[0][1] + MARGIN).slice(0, MOST_GUESSES);
      return near.length ? near.map(([known]) => known) : this.parts(word);
    }

    /* Two known words that were typed as one. */
    parts(word) {
      for (let at = word.length - 3; at >= 3; at -= 1) {
        const [head, tail] = [word.slice(0, at), word.slice(at)];
        if (this.rank.has(head) && this.rank.has(tail)) return [`${head} ${tail}`];
      }
      return [];
    }

    /* A query as terms: each has the forms that count for it, with their weights. */
    read(query) {
      const typed = split(query.slice(0, LONGEST_QUERY)).slice(0, MOST_WORDS).map(bare).filter(Boolean);
      const mended = new Map();
      const guessed = new Map();
      const words = typed.flatMap((word) => {
        if (this.isKnown(word)) return [word];
        const [best, ...others] = this.guesses(word);
        if (!best) return [word];
        mended.set(word, best);
        guessed.set(best, others);
        return best.split(" ");
      });
      return { words, mended, terms: this.terms(words, guessed) };
    }

    terms(words, guessed) {
      const telling = words.filter((word) => !this.skipped.has(word));
      const kept = telling.length ? telling : words;
      const terms = new Map();
      for (const word of kept) {
        const forms = new Map([[word, 1]]);
        for (const other of guessed.get(word) || []) forms.set(other, SECOND_GUESS);
        for (const other of this.meanings.get(root(word)) || []) forms.set(other, MEANS_THE_SAME);
        terms.set(word, { forms, phrase: false });
      }
      for (const [phrase, meanings] of this.phrases(words)) {
        const forms = new Map([[phrase, 1], ...meanings.map((other) => [other, MEANS_THE_SAME])]);
        terms.set(phrase, { forms, phrase: true });
      }
      return terms;
    }

    /* The phrases of the query that have other words for them. */
    phrases(words) {
      const found = new Map();
      for (let start = 0; start < words.length; start += 1) {
        for (let length = Math.min(this.longest, words.length - start); length > 1; length -= 1) {
          const part = words.slice(start, start + length);
          const meanings = this.meanings.get(roots(part));
          if (meanings) found.set(part.join(" "), meanings);
        }
      }
      return found;
    }
  }

  const hb = (window.handbookSearch = window.handbookSearch || {});
  Object.assign(hb, { Words, fold, splitWords: split, rootOf: (word) => root(bare(word)) });
})();
