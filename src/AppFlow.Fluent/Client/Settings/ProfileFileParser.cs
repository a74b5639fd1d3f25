namespace AppFlow.Fluent.Client.Settings;

/// <summary>
/// Parses a profile file: headings, settings, settings indented below an empty one, comments. A line of another kind, or a setting that
/// appears twice below one heading, is an error. The error names the line but never quotes it, because it may hold a secret.
/// </summary>
/// <remarks>See <see href="https://docs.aws.amazon.com/sdkref/latest/guide/file-format.html"/>.</remarks>
/// <param name="path">The file, for messages.</param>
internal sealed class ProfileFileParser(string path)
{
    // A command may contain what is a comment elsewhere.
    private const string CommandProperty = "credential_process";

    private readonly Dictionary<string, ProfileSection> _sections = new(StringComparer.Ordinal);
    private ProfileSection? _section;
    private ProfileProperty? _parent;
    private int _parentIndent;

    public Dictionary<string, ProfileSection> Parse(string text)
    {
        var number = 0;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            number++;
            var content = line.Trim();
            if (content.IsEmpty || content[0] is '#' or ';')
            {
                continue;
            }

            if (content[0] == '[')
            {
                Begin(Heading(content, number));
            }
            else
            {
                Add(content, line.Length - line.TrimStart().Length, number);
            }
        }

        return _sections;
    }

    private string Heading(ReadOnlySpan<char> content, int line)
    {
        var end = content.IndexOf(']');
        var name = end < 0 ? default : content[1..end].Trim();
        var rest = end < 0 ? default : content[(end + 1)..].TrimStart();
        return name.IsEmpty || (!rest.IsEmpty && rest[0] is not ('#' or ';'))
            ? throw Malformed(line, "is not a complete heading, such as [default] or [profile name]")
            : Normal(name);
    }

    // [profile   "x"] is [profile x].
    private static string Normal(ReadOnlySpan<char> heading)
    {
        var space = heading.IndexOfAny(' ', '\t');
        if (space < 0)
        {
            return heading.ToString();
        }

        var name = heading[space..].Trim();
        return $"{heading[..space]} {(name.Length > 1 && name[0] is '"' or '\'' && name[^1] == name[0] ? name[1..^1] : name)}";
    }

    private void Begin(string heading)
    {
        _parent = null;
        if (!_sections.TryGetValue(heading, out _section))
        {
            _sections.Add(heading, _section = new ProfileSection(path));
        }
    }

    private void Add(ReadOnlySpan<char> content, int indent, int line)
    {
        var equals = content.IndexOf('=');
        if (equals <= 0)
        {
            throw Malformed(line, "is neither a heading such as [default], nor a setting such as region = eu-central-1, nor a comment");
        }

        if (_section is null)
        {
            throw Malformed(line, "stands before the first heading, such as [default]");
        }

        var name = content[..equals].TrimEnd().ToString();
        var value = content[(equals + 1)..].Trim();
        var property = new ProfileProperty((IsCommand(name) ? value : WithoutComment(value)).ToString(), line);
        if (_parent is { Value.Length: 0 } parent && indent > _parentIndent)
        {
            Add(parent.Nested ??= new(StringComparer.OrdinalIgnoreCase), name, property);
        }
        else
        {
            Add(_section.Properties, name, property);
            _parent = property;
            _parentIndent = indent;
        }
    }

    private void Add(Dictionary<string, ProfileProperty> properties, string name, ProfileProperty property)
    {
        if (!properties.TryAdd(name, property))
        {
            throw Malformed(property.Line, $"sets {SettingText.Of(name)} again, after line {properties[name].Line}");
        }
    }

    private static bool IsCommand(string name) => name.Equals(CommandProperty, StringComparison.OrdinalIgnoreCase);

    private static ReadOnlySpan<char> WithoutComment(ReadOnlySpan<char> value)
    {
        for (var i = 0; i < value.Length; i++)
        {
            if (value[i] is '#' or ';' && (i == 0 || char.IsWhiteSpace(value[i - 1])))
            {
                return value[..i].TrimEnd();
            }
        }

        return value;
    }

    private InvalidOperationException Malformed(int line, string what) => new($"The file of AWS settings {SettingText.Of(path)} is malformed: line {line} {what}.");
}
