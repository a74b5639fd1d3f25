#:project ..

using System.Diagnostics;
using System.Net;
using System.Text;
using AppFlow.Fluent.Editor.Tests.Neovim;

// Usage: picture.cs PICTURE.png, in the environment that .ci/editor sets up for the tests. Needs chromium.
const int Columns = 106;
const int Rows = 34;
var picture = Path.GetFullPath(args[0]);

using var terminal = Terminal.Start("../pictures/picture.lua", Columns, Rows, "Release.cs");
await terminal.ShowsAsync(screen => screen.Count(line => line.Contains("AFF1001", StringComparison.Ordinal)) == 2);
terminal.Write(":10");
terminal.Press("Enter");
terminal.Write("0/\"release");
terminal.Press("Enter");
terminal.Write("ga");
await terminal.ShowsAsync(screen => screen.Any(line => line.EndsWith("  Use WithOperationId", StringComparison.Ordinal)));
terminal.Write(":noh|echo");
terminal.Press("Enter");
await terminal.ShowsAsync(screen => screen[^2].Trim().Length == 0);

var page = Path.ChangeExtension(Path.GetTempFileName(), ".html");
File.WriteAllText(page, Page(StyledText.Read(terminal.Screen(styled: true)).Take(Rows - 1)));
using var chromium = Process.Start(new ProcessStartInfo(
    "chromium",
    ["--headless", "--no-sandbox", "--hide-scrollbars", "--force-device-scale-factor=1.5", "--default-background-color=00000000", "--window-size=900,756", $"--screenshot={picture}", page]) { RedirectStandardError = true })!;
chromium.ErrorDataReceived += (_, _) => { };
chromium.BeginErrorReadLine();
await chromium.WaitForExitAsync();
File.Delete(page);
return chromium.ExitCode;

static string Page(IEnumerable<IEnumerable<StyledText>> lines)
{
    var text = new StringBuilder();
    foreach (var line in lines)
    {
        var column = 0;
        text.Append("<div>");
        foreach (var piece in line)
        {
            var (ink, paper) = piece.Reversed ? (piece.Background ?? "#1e1e1e", piece.Foreground ?? "#d4d4d4") : (piece.Foreground ?? "#d4d4d4", piece.Background ?? "transparent");
            var underline = piece.Underline is null ? "" : $";text-decoration:underline wavy {piece.Underline} 1px;text-underline-offset:3px;text-decoration-skip-ink:none";
            var width = piece.Text.EnumerateRunes().Sum(rune => rune.Value > 0x1f000 ? 2 : 1);
            text.Append($"<span style=\"left:{column}ch;width:{width}ch;color:{ink};background:{paper}{underline}\">{WebUtility.HtmlEncode(piece.Text)}</span>");
            column += width;
        }

        text.AppendLine("</div>");
    }

    return $$"""
        <!doctype html><meta charset="utf-8"><style>
        body { margin: 0; padding: 10px; font: 13.5px/21px "JetBrains Mono", "DejaVu Sans Mono", monospace; font-variant-ligatures: none; }
        main { background: #1e1e1e; border-radius: 9px; box-shadow: 0 1px 6px #0008; overflow: hidden; width: 880px; }
        header { background: #2d2d30; color: #a0a0a0; font-size: 12px; line-height: 30px; text-align: center; position: relative; }
        header i { position: absolute; top: 10px; width: 11px; height: 11px; border-radius: 50%; }
        section { padding: 6px 8px; }
        div { position: relative; height: 21px; white-space: pre; }
        span { position: absolute; top: 0; height: 21px; }
        </style>
        <main><header>
        <i style="left:12px;background:#ff5f57"></i><i style="left:31px;background:#febc2e"></i><i style="left:50px;background:#28c840"></i>Release.cs
        </header><section>{{text}}</section></main>
        """;
}
