"use strict";
// The page is whole without this: the buttons stay hidden and the address can be selected.
for (const button of document.querySelectorAll("button[data-copy]")) {
  button.hidden = false;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(button.dataset.copy);
    const label = button.textContent;
    button.textContent = button.dataset.done;
    setTimeout(() => { button.textContent = label; }, 1500);
  });
}
for (const picture of document.querySelectorAll(".veil img")) {
  const gone = () => picture.closest(".veil").classList.add("gone");
  picture.addEventListener("error", gone);
  if (picture.complete && picture.naturalWidth === 0 && picture.currentSrc) gone();
}
