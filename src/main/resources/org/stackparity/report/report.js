"use strict";
// Filters the findings and opens what a link leads to. The page says everything without it.
(function () {
  var form = document.getElementById("filter");
  var text = document.getElementById("filter-text");
  var family = document.getElementById("filter-family");
  var kind = document.getElementById("filter-kind");
  var count = document.getElementById("filter-count");
  var entries = Array.prototype.slice.call(document.querySelectorAll("article.entry"));
  var words = null;
  var timer = 0;

  // of an entry with many lines, those that hold the text; all of them where only its head does
  function filterRows(entry, wanted) {
    var rows = Array.prototype.slice.call(entry.querySelectorAll("table.series tbody tr"));
    var hits = rows.filter(function (row) { return row.textContent.toLowerCase().indexOf(wanted) >= 0; });
    rows.forEach(function (row) { row.hidden = hits.length > 0 && hits.indexOf(row) < 0; });
  }

  function apply() {
    if (!words) {
      words = entries.map(function (entry) { return entry.textContent.toLowerCase(); });
    }
    var wanted = text.value.trim().toLowerCase();
    var shown = 0;
    entries.forEach(function (entry, i) {
      var fits = (!family.value || entry.dataset.family === family.value)
          && (!kind.value || entry.dataset.kind === kind.value)
          && (!wanted || words[i].indexOf(wanted) >= 0);
      entry.hidden = !fits;
      filterRows(entry, fits ? wanted : "");
      shown += fits ? 1 : 0;
    });
    var filtered = family.value || kind.value || wanted;
    count.textContent = filtered ? shown + " of " + entries.length + " shown" : "";
  }

  function reveal() {
    var target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) {
      return;
    }
    if (target.closest("[hidden]") && target !== form) {
      form.reset();
      apply();
    }
    for (var at = target; at; at = at.parentElement) {
      if (at.tagName === "DETAILS") {
        at.open = true;
      }
    }
    target.scrollIntoView();
  }

  if (entries.length > 1) {
    form.hidden = false;
  }
  form.addEventListener("submit", function (event) { event.preventDefault(); });
  form.addEventListener("input", function () {
    clearTimeout(timer);
    timer = setTimeout(apply, 120);
  });
  form.addEventListener("reset", function () { setTimeout(apply, 0); });
  window.addEventListener("hashchange", reveal);
  reveal();
})();
