// <form data-filter method="get"> sends itself when a choice changes or typing pauses; its button serves everybody else.
for (const form of document.querySelectorAll("form[data-filter]")) {
  let pause;
  const send = () => form.requestSubmit();
  form.addEventListener("change", event => event.target.type !== "search" && send());
  form.addEventListener("input", event => {
    if (event.target.type !== "search") return;
    clearTimeout(pause);
    pause = setTimeout(() => {
      sessionStorage.setItem("filter-focus", event.target.name);
      send();
    }, 500);
  });
  const last = sessionStorage.getItem("filter-focus");
  const field = last && form.elements.namedItem(last);
  if (field?.value) {
    field.focus();
    field.setSelectionRange(field.value.length, field.value.length);
  }
  sessionStorage.removeItem("filter-focus");
}
