// Draws the chart from its text, on white paper in every theme. Where it cannot, the text stays.
const chart = document.getElementById("chart");
mermaid.initialize({ startOnLoad: false, securityLevel: "strict", theme: "neutral", fontFamily: "Segoe UI, sans-serif", flowchart: { useMaxWidth: false, htmlLabels: true }, maxTextSize: 200000, maxEdges: 1000 });
mermaid.render("drawn", chart.textContent).then(({ svg }) => {
  const drawn = new DOMParser().parseFromString(svg, "text/html").querySelector("svg");
  drawn.setAttribute("role", "img");
  drawn.setAttribute("aria-label", document.title);
  chart.replaceWith(drawn);
  const first = drawn.querySelector(".node");
  if (first) first.scrollIntoView({ block: "nearest", inline: "center" });
});
