{
  const root = document.documentElement;
  root.classList.add("js");
  let theme = null;
  try {
    theme = localStorage.getItem("theme");
  } catch {}
  if (theme) root.dataset.theme = theme;
  root.toggleAttribute("data-dark", theme ? theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches);
}
