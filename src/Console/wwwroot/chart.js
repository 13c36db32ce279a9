// Makes the frame as high as the chart in it says it is.
const frame = document.querySelector("iframe.drawing");
addEventListener("message", e => {
  if (e.source !== frame.contentWindow || typeof e.data !== "number" || !(e.data > 0)) return;
  frame.style.height = `${Math.min(Math.ceil(e.data) + 24, 4000)}px`;
});
