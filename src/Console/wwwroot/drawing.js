// Draws the chart from its text. Where it cannot, the text stays.
const chart = document.getElementById("chart");
const asked = document.documentElement.dataset.theme;
const dark = asked ? asked !== "default" : matchMedia("(prefers-color-scheme: dark)").matches;
mermaid.initialize({ startOnLoad: false, securityLevel: "strict", theme: dark ? "dark" : "neutral", fontFamily: "Segoe UI, sans-serif", flowchart: { useMaxWidth: false, htmlLabels: true }, maxTextSize: 200000, maxEdges: 1000 });
mermaid.render("drawn", chart.textContent).then(({ svg }) => {
  const parsed = new DOMParser().parseFromString(svg, "text/html").querySelector("svg");
  parsed.setAttribute("role", "img");
  parsed.setAttribute("aria-label", document.title);
  chart.replaceWith(parsed);
});
