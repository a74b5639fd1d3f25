// Extracts code blocks from a package's README, as a reader would copy them.
// Usage, from the repository's root: dotnet run .ci/blocks.cs -- PACKAGE LANGUAGE FILE [LANGUAGE FILE]...
// The first block of each language is written to its file.
using System.IO.Compression;
using System.Text.RegularExpressions;

using var package = ZipFile.OpenRead(args[0]);
using var reader = new StreamReader(package.GetEntry("README.md")!.Open());
var text = reader.ReadToEnd();
foreach (var pair in args.Skip(1).Chunk(2))
{
    var block = Regex.Match(text, $"^```{Regex.Escape(pair[0])}\n(?<code>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline);
    if (!block.Success)
    {
        Console.Error.WriteLine($"{args[0]}: its README has no block of {pair[0]}.");
        return 1;
    }

    File.WriteAllText(pair[1], block.Groups["code"].Value);
}

return 0;
