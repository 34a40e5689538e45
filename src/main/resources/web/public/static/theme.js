// Runs before the first paint, so a remembered theme never flashes. Not part of the bundle: that one is deferred.
try {
    const theme = localStorage.getItem('blackstart.theme');
    if (theme === 'light' || theme === 'dark') {
        document.documentElement.dataset.theme = theme;
    }
} catch {
    // No storage, no remembered theme.
}
