// Fills a list of time zones with the one this device is set to, also where it goes by a name the list does not have.
for (const button of document.querySelectorAll("[data-zone-here]")) button.addEventListener("click", () => {
  const list = document.getElementById(button.dataset.zoneHere);
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (![...list.options].some(option => option.value === zone)) list.add(new Option(zone.replaceAll("_", " "), zone));
  list.value = zone;
  list.focus();
});
