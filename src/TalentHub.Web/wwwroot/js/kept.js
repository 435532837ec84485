// What a tab keeps for whoever works in it stands under "kept:" in sessionStorage: it survives a reload and ends with the tab,
// at sign-out, and when somebody else's page opens in the same tab. Nothing is put where it would outlive the tab.
const sweep = (storage, prefix) => Object.keys(storage).filter(key => key.startsWith(prefix)).forEach(key => storage.removeItem(key));

// Drafts used to be kept for the whole browser; what is left of them goes.
sweep(localStorage, "draft:");

const account = document.body.dataset.account;
if (account && sessionStorage.getItem("kept:account") !== account) {
  sweep(sessionStorage, "kept:");
  sessionStorage.setItem("kept:account", account);
}

document.addEventListener("submit", event => {
  if (event.defaultPrevented || new URL(event.target.action, location).pathname !== "/sign-out") return;
  document.dispatchEvent(new Event("signing-out"));
  sweep(sessionStorage, "kept:");
});
