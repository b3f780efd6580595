/* Says by the reader's own calendar what is overdue for a review. Without this script the day itself stands there. */
(() => {
  "use strict";
  const now = new Date();
  const two = (number) => String(number).padStart(2, "0");
  const today = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  const overdue = (element) => element.dataset.due < today;

  const page = document.querySelector(".hb-reviewed__due[data-due]");
  if (page && overdue(page)) {
    const day = page.querySelector("time").textContent;
    const words = `This page was due for review by ${day}. Nobody has reviewed it since ${page.dataset.since}.`;
    page.textContent = words;
    const notice = document.createElement("p");
    notice.className = "hb-overdue";
    notice.textContent = words;
    const title = document.querySelector(".md-content h1");
    const facts = document.querySelector(".md-content .hb-facts");
    (facts || title).after(notice);
  }

  const count = document.querySelector(".hb-dues__count");
  if (count) {
    let pages = 0;
    for (const group of document.querySelectorAll(".hb-dues[data-due]")) {
      if (!overdue(group)) continue;
      pages += Number(group.dataset.count);
      group.classList.add("hb-dues--overdue");
      group.querySelector("summary").append(", overdue");
    }
    count.textContent = pages
      ? `By the calendar of your device, ${pages} of ${count.dataset.all} pages are overdue.`
      : "By the calendar of your device, no page is overdue.";
    count.hidden = false;
  }
})();
