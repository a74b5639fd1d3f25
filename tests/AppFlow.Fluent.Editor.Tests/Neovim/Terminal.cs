using System.Diagnostics;

namespace AppFlow.Fluent.Editor.Tests.Neovim;

/// <summary>neovim in its own terminal: keys go in, and what a person would see comes out.</summary>
public sealed class Terminal : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(50);

    private readonly string _socket = $"appflow-editor-{Environment.ProcessId}-{Guid.NewGuid():N}";

    /// <summary>Opens two files of the project, side by side, in a terminal wide enough to read the messages.</summary>
    public Terminal()
        : this("init.lua", 400, 50, "-O", "Orders.cs", "Invoices.cs")
    {
    }

    private Terminal(string configuration, int width, int height, params string[] arguments)
    {
        var environment = new[]
        {
            $"EDITOR_SERVER={EditedProject.LanguageServer}",
            $"EDITOR_FIXES={Path.Combine(AppContext.BaseDirectory, "AppFlow.Fluent.Editor.FixServer.dll")}",
            $"XDG_CACHE_HOME={Path.Combine(EditedProject.Folder, "obj", "neovim")}",
            "LANG=C.UTF-8",
        };
        string[] editor = ["nvim", "-u", Path.Combine(AppContext.BaseDirectory, "Neovim", configuration), "-i", "NONE", .. arguments];
        Tmux(["-f", "/dev/null", "new-session", "-d", "-x", $"{width}", "-y", $"{height}", "-c", EditedProject.Folder, .. environment.SelectMany(variable => new[] { "-e", variable }), "--", .. editor]);
    }

    /// <summary>Starts neovim with a configuration from this folder, in the project's folder.</summary>
    public static Terminal Start(string configuration, int width, int height, params string[] arguments) => new(configuration, width, height, arguments);

    /// <summary>Presses keys, named as tmux names them.</summary>
    public void Press(params string[] keys) => Tmux(["send-keys", .. keys]);

    /// <summary>Types literal text.</summary>
    public void Write(string text) => Tmux(["send-keys", "-l", "--", text]);

    /// <summary>The lines of the screen, with or without the terminal's colours and underlines.</summary>
    public IReadOnlyList<string> Screen(bool styled = false) => Tmux(styled ? ["capture-pane", "-p", "-e"] : ["capture-pane", "-p"]).Split('\n');

    /// <summary>Reads the screen until it shows what is expected.</summary>
    /// <returns>How long that took.</returns>
    /// <exception cref="TimeoutException">The screen did not show it within five minutes; the message shows the screen.</exception>
    public async Task<TimeSpan> ShowsAsync(Func<IReadOnlyList<string>, bool> expected)
    {
        var clock = Stopwatch.StartNew();
        using var glances = new PeriodicTimer(Glance);
        while (!expected(Screen()))
        {
            if (clock.Elapsed > Patience)
            {
                throw new TimeoutException($"After {Patience.TotalSeconds} s the screen still is:\n{string.Join('\n', Screen())}");
            }

            await glances.WaitForNextTickAsync();
        }

        return clock.Elapsed;
    }

    /// <inheritdoc/>
    public void Dispose() => Tmux(["kill-server"]);

    private string Tmux(IEnumerable<string> arguments)
    {
        using var tmux = Process.Start(new ProcessStartInfo("tmux", ["-u", "-L", _socket, .. arguments]) { RedirectStandardOutput = true })!;
        var output = tmux.StandardOutput.ReadToEnd();
        tmux.WaitForExit();
        return tmux.ExitCode == 0 ? output : throw new InvalidOperationException($"tmux {string.Join(' ', arguments)} ended with {tmux.ExitCode}.");
    }
}
