// [data-sum] adds up its [data-sum-part] inputs while they change and says how the sum stands to data-sum-whole.
// A part with data-sum-value counts that amount while it is filled.
for (const box of document.querySelectorAll("[data-sum]")) {
  const total = box.querySelector("[data-sum-total]");
  const word = box.querySelector("[data-sum-word]");
  const whole = Number(box.dataset.sumWhole);
  const amount = part => part.dataset.sumValue ? (part.value.trim() ? Number(part.dataset.sumValue) : 0) : Number(part.value) || 0;
  const add = () => {
    const sum = [...box.querySelectorAll("[data-sum-part]")].reduce((all, part) => all + amount(part), 0);
    total.textContent = sum;
    const { sumExact, sumUnder, sumOver } = word.dataset;
    word.textContent = sum === whole ? sumExact : sum < whole ? sumUnder : sumOver;
    word.parentElement.classList.toggle("good", sum === whole || (sum < whole && "sumUnderIsFine" in box.dataset));
    word.parentElement.classList.toggle("warn", !word.parentElement.classList.contains("good"));
  };
  box.addEventListener("input", add);
  add();
}
