namespace AppFlow.Fluent.Client.Settings;

/// <summary>A configured value in a form that can be quoted: on one line, and short.</summary>
internal static class SettingText
{
    private const int Longest = 200;

    public static string Of(string value, int longest = Longest)
    {
        var shown = value.Length > longest ? value[..longest] + "…" : value;
        return string.Create(shown.Length, shown, static (text, shown) =>
        {
            for (var i = 0; i < text.Length; i++)
            {
                text[i] = char.IsControl(shown[i]) ? '\uFFFD' : shown[i];
            }
        });
    }
}
