// Writes the C# and F# files that a README shows, as its reader would copy them. The first line of each block is a comment that names its file.
// Usage, from the repository's root:
//   dotnet run .ci/blocks.cs -- write README HEADING FOLDER   the files below one heading ("" stands for the whole README); prints how many
//   dotnet run .ci/blocks.cs -- count README...               how many blocks there are in all; fails if one names no file
// README is a file, or a package (its README.md). Files of a folder stay unless a block has their name.
using System.IO.Compression;
using System.Text.RegularExpressions;

const string Languages = "csharp|fsharp";

switch (args)
{
    case ["write", var readme, var heading, var folder]:
        var blocks = BlocksOf(readme, heading);
        if (blocks.Count == 0)
        {
            throw new InvalidOperationException($"{readme}: there is no code below the heading \"{heading}\".");
        }

        foreach (var (file, code) in blocks)
        {
            File.WriteAllText(Path.Combine(folder, file), code);
        }

        Console.WriteLine(blocks.Count);
        return;

    case ["count", .. var readmes]:
        Console.WriteLine(readmes.Sum(readme => BlocksOf(readme, "").Count));
        return;

    default:
        throw new ArgumentException("Usage: write README HEADING FOLDER | count README...");
}

static List<(string File, string Code)> BlocksOf(string readme, string heading)
{
    var blocks = new List<(string File, string Code)>();
    foreach (Match block in Regex.Matches(SectionOf(TextOf(readme), heading), $"^```(?:{Languages})\n(?<code>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline))
    {
        var code = block.Groups["code"].Value;
        var name = Regex.Match(code, @"^// (?<file>\w+\.(?:cs|fs))\n");
        if (!name.Success)
        {
            throw new InvalidOperationException($"{readme}: a block's first line does not name its file: {code.Split('\n')[0]}");
        }

        blocks.Add((name.Groups["file"].Value, code));
    }

    return blocks;
}

// From the heading to the next one of any level.
static string SectionOf(string text, string heading)
{
    if (heading.Length == 0)
    {
        return text;
    }

    var section = Regex.Match(text, $@"^#+ {Regex.Escape(heading)}\n(?<text>.*?)(?=^#+ [^\n]*\n|\z)", RegexOptions.Multiline | RegexOptions.Singleline);
    return section.Success ? section.Groups["text"].Value : throw new InvalidOperationException($"There is no heading \"{heading}\".");
}

static string TextOf(string readme)
{
    if (Path.GetExtension(readme) != ".nupkg")
    {
        return File.ReadAllText(readme);
    }

    using var package = ZipFile.OpenRead(readme);
    using var reader = new StreamReader(package.GetEntry("README.md")!.Open());
    return reader.ReadToEnd();
}
