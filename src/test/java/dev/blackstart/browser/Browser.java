package dev.blackstart.browser;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;

import dev.blackstart.people.DemoPeople;

/** What one test does in the Chromium of this machine, which all tests share; nothing is downloaded. */
final class Browser implements AutoCloseable {

    private static final List<String> QUIET = List.of("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
            "--disable-background-networking", "--disable-component-update", "--disable-sync");

    private static Playwright playwright;
    private static com.microsoft.playwright.Browser shared;

    private final com.microsoft.playwright.Browser chromium;
    private final String address;
    private final Path executable;

    Browser(Path executable, String address) {
        this.address = address;
        this.executable = executable;
        this.chromium = running(executable);
    }

    /** Started by the first test, and again if it went down; ends with the tests. */
    private static com.microsoft.playwright.Browser running(Path executable) {
        if (playwright == null) {
            playwright = Playwright
                    .create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        }
        if (shared == null || !shared.isConnected()) {
            shared = playwright.chromium()
                    .launch(new BrowserType.LaunchOptions().setExecutablePath(executable).setArgs(QUIET));
        }
        return shared;
    }

    /** Where Chromium is; empty where there is none. */
    static Optional<Path> chromium() {
        return Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome",
                "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome").map(Path::of).filter(Files::isExecutable)
                .findFirst();
    }

    /** Signs somebody in, in a browser of their own, with a screen this wide. */
    Page signIn(String person, int width) {
        BrowserContext own = chromium.newContext(
                new com.microsoft.playwright.Browser.NewContextOptions().setBaseURL(address).setViewportSize(width, 800));
        return signIn(own.newPage(), person);
    }

    /** A browser of its own with a screen this wide, in which nobody is signed in. */
    Page stranger(int width) {
        return chromium.newContext(
                new com.microsoft.playwright.Browser.NewContextOptions().setBaseURL(address).setViewportSize(width, 800))
                .newPage();
    }

    /** A browser that runs no scripts. */
    Page signInWithoutScripts(String person) {
        return signIn(chromium.newContext(new com.microsoft.playwright.Browser.NewContextOptions().setBaseURL(address)
                .setJavaScriptEnabled(false)).newPage(), person);
    }

    /** A phone whose browser keeps its things in a folder, so that it can be switched off and on. */
    BrowserContext phone(Path folder) {
        return playwright.chromium().launchPersistentContext(folder, new BrowserType.LaunchPersistentContextOptions()
                .setExecutablePath(executable).setArgs(QUIET).setBaseURL(address).setViewportSize(360, 740));
    }

    Page signIn(Page page, String person) {
        page.navigate("/login");
        page.getByLabel("Name").fill(person);
        page.getByLabel("Password").fill(DemoPeople.PASSWORD);
        page.locator("main button").click();
        page.waitForURL(url -> url.startsWith(address) && !url.matches(".*/(login|sign-in|start)(\\?.*)?"));
        return page;
    }

    /** Leaves nothing to the next test. */
    @Override
    public void close() {
        List.copyOf(chromium.contexts()).forEach(BrowserContext::close);
    }
}
