namespace AppFlow.Fluent.Rules.Tests.Toy;

/// <summary>The toy programs of one file: each starts with a line <c>=== flagged: title</c> or <c>=== silent: title</c>.</summary>
internal static class ToyPrograms
{
    public static IEnumerable<(string Title, string Text)> Of(string file)
    {
        using var stream = typeof(ToyPrograms).Assembly.GetManifestResourceStream(file)
            ?? throw new FileNotFoundException("There is no such file of programs.", file);
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd()
            .Split("=== ", StringSplitOptions.RemoveEmptyEntries)
            .Select(section => section.Split('\n', 2))
            .Select(section => (section[0].Trim(), section[1].TrimEnd()))
            .ToList();
    }
}
