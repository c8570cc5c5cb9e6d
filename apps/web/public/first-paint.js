// Runs before the first paint, so that a dark room is not lit by a white page while the application loads.
(function () {
  var theme = 'system';
  try {
    theme = JSON.parse(localStorage.getItem('roundtable.preferences') || '{}').theme || 'system';
  } catch {
    // A blocked or broken store is the same as no preference.
  }
  if (theme === 'system') theme = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
  document.documentElement.dataset.theme = theme;
  document.documentElement.style.backgroundColor = theme === 'dark' ? '#13181c' : '#faf7f0';
})();
