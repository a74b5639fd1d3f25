using System.Globalization;
using System.Net;
using System.Text;

namespace AppFlow.Fluent.Benchmarks.Charts;

/// <summary>Horizontal bars as SVG. The picture has its own light and dark background, so that its text is legible on any page.</summary>
internal static class BarChart
{
    private const int Width = 860;
    private const int Margin = 20;
    private const int LabelWidth = 320;
    private const int TextWidth = 130;
    private const int BarHeight = 18;
    private const int BarStep = 26;
    private const int PanelHead = 48;
    private const int PanelFoot = 18;
    private const int Head = 58;
    private const int BarArea = Width - (2 * Margin) - LabelWidth - TextWidth;

    private const string Style = """
        text { font: 13px system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; fill: #1f2328; }
        .value { paint-order: stroke; stroke: #ffffff; stroke-width: 3px; }
        .title { font-size: 16px; font-weight: 600; }
        .panel { font-weight: 600; }
        .small { font-size: 11px; fill: #59636e; }
        .card { fill: #ffffff; stroke: #d1d9e0; }
        .bar { fill: #8c959f; }
        .ours { fill: #0969da; }
        .budget { stroke: #bc4c00; stroke-width: 1.5; stroke-dasharray: 4 3; }
        .limit { font-size: 11px; fill: #bc4c00; }
        @media (prefers-color-scheme: dark) {
          text { fill: #f0f6fc; }
          .value { stroke: #0d1117; }
          .small { fill: #9198a1; }
          .card { fill: #0d1117; stroke: #3d444d; }
          .bar { fill: #656c76; }
          .ours { fill: #4493f8; }
          .budget { stroke: #f0883e; }
          .limit { fill: #f0883e; }
        }
        """;

    public static string Draw(string title, string subtitle, IReadOnlyList<BarPanel> panels)
    {
        var height = Head + panels.Sum(HeightOf) + Margin;
        var svg = new StringBuilder();
        svg.AppendLine(CultureInfo.InvariantCulture, $"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {Width} {height}" width="{Width}" height="{height}" role="img" aria-label="{Escape(title)}">""");
        svg.AppendLine(CultureInfo.InvariantCulture, $"<style>\n{Style}\n</style>");
        svg.AppendLine(CultureInfo.InvariantCulture, $"""<rect class="card" x="0.5" y="0.5" width="{Width - 1}" height="{height - 1}" rx="6"/>""");
        Text(svg, "title", Margin, 28, title);
        Text(svg, "small", Margin, 46, subtitle);
        var top = Head;
        foreach (var panel in panels)
        {
            Draw(svg, panel, top);
            top += HeightOf(panel);
        }

        return svg.AppendLine("</svg>").ToString();
    }

    private static void Draw(StringBuilder svg, BarPanel panel, int top)
    {
        var left = Margin + LabelWidth;
        var longest = Math.Max(panel.Bars.Max(bar => bar.Value), panel.Budget ?? 0);
        Text(svg, "panel", Margin, top + 22, panel.Title);
        var y = top + PanelHead;
        if (panel.Budget is { } budget)
        {
            var x = left + (budget / longest * BarArea);
            svg.AppendLine(CultureInfo.InvariantCulture, $"""<line class="budget" x1="{x:F1}" y1="{y - 6}" x2="{x:F1}" y2="{y + (panel.Bars.Count * BarStep) - 4}"/>""");
            Text(svg, "limit", x, y - 9, panel.BudgetText);
        }

        foreach (var bar in panel.Bars)
        {
            var length = Math.Max(1, bar.Value / longest * BarArea);
            Text(svg, bar.IsOurs ? "panel" : "", Margin, y + 14, bar.Label);
            svg.AppendLine(CultureInfo.InvariantCulture, $"""<rect class="{(bar.IsOurs ? "ours" : "bar")}" x="{left}" y="{y}" width="{length:F1}" height="{BarHeight}" rx="2"/>""");
            Text(svg, "value", left + length + 6, y + 14, bar.Text);
            y += BarStep;
        }
    }

    private static int HeightOf(BarPanel panel) => PanelHead + (panel.Bars.Count * BarStep) + PanelFoot;

    private static void Text(StringBuilder svg, string style, double x, double y, string text) =>
        svg.AppendLine(CultureInfo.InvariantCulture, $"""<text{(style.Length == 0 ? "" : $" class=\"{style}\"")} x="{x:F1}" y="{y:F1}">{Escape(text)}</text>""");

    private static string Escape(string text) => WebUtility.HtmlEncode(text);
}
