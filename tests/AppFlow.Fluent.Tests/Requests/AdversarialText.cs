using CsCheck;

namespace AppFlow.Fluent.Tests.Requests;

/// <summary>Valid values, and small changes that make them invalid.</summary>
internal static class AdversarialText
{
    private static readonly string[] Strangers =
    [
        "é", "ａ", "Ａ", "１", "٣", "߁", "İ", "ı", "K", "ſ", "ß", "‿", "⁀", "＿", "．", "－", "‐", "–", "’", "“", "\u00A0", "\u0085", "\u2028", "\u2029",
        "\u3000", "\u200B", "\u200D", "\uFEFF", "\u180E", "\u1680", "\u001C", "\u001F", "\u007F", "\0", "\uD800", "\uDC00", "\uDBFF\uDFFF",
        "😀", "𝟙", "𝒜", "e\u0301", "\uFFFD", "\uFFFF", "\r\n", "\n", "\r", "\t", "\v", "\f",
    ];

    private static readonly Gen<string> Ascii = Gen.Char['\0', '\u007F'].Select(character => character.ToString());

    private static readonly Gen<string> Piece = Gen.Frequency(
        (6, Ascii),
        (3, Gen.OneOfConst(Strangers)),
        (1, Gen.Char.Select(character => character.ToString())));

    private static readonly string[] ArnParts =
    [
        "arn", "aws", "aws-cn", "aws-us-gov", "aws-iso", "aws-iso-b", "aws-eusc", "AWS", "aws_cn", "awsX", "aw", "", "lambda", "us-east-1",
        "123456789012", "0", "12a", "١٢٣", "１２３", "function", "orders", "function:orders", "::", ":1:", " ", "\n", "é", "\uD800", "😀",
    ];

    /// <summary>Text for a field with the given limits.</summary>
    public static Gen<string> Around(string field, int min, int max)
    {
        var valid = Valid(field);
        var mutated = Gen.Select(valid, Piece, Gen.Int[0, 1000], Gen.Int[0, 2], Mutate);
        var soup = Piece.List[0, 12].Select(string.Concat);
        var length = Gen.OneOf(Gen.Int[Math.Max(0, min - 1), min + 2], Gen.Int[max - 2, max + 2]);
        var long0 = Gen.Select(valid, length, (seed, size) => Resize(seed, size));
        var longMutated = Gen.Select(long0, Piece, Gen.Int[0, max + 2], Gen.Int[0, 2], Mutate);
        var blank = Gen.OneOfConst(" ", "\t", "\n", "\u00A0", "\u2003", "\u200B", "\u001C", "\u0085").List[0, 5].Select(string.Concat);
        Gen<string> structured = field == "lambdaArn" ? Arn : mutated;
        return Gen.Frequency((2, valid), (6, mutated), (3, soup), (2, long0), (2, longMutated), (1, blank), (5, structured));
    }

    /// <summary>Every ASCII character and a selection of others, alone, first, last and in the middle of valid text.</summary>
    public static IEnumerable<string> EachCharacterIn(string valid)
    {
        foreach (var piece in Enumerable.Range(0, 0x250).Select(code => ((char)code).ToString()).Concat(Strangers))
        {
            yield return piece;
            yield return piece + valid;
            yield return valid + piece;
            yield return valid.Insert(valid.Length / 2, piece);
            yield return valid[..^1] + piece;
        }
    }

    public static string ValidSample(string field) => field switch
    {
        "connectorLabel" => "orders",
        "description" => "adds paging",
        "clientToken" => "c0ffee",
        "operationId" => "release-42",
        "lambdaArn" => RequestSamples.LambdaArn,
        "nextToken" => "bmV4dA==",
        _ => throw new ArgumentException($"{field} is a field that the tests do not know.", nameof(field)),
    };

    private static Gen<string> Arn => Gen.OneOf(
        Gen.OneOfConst(ArnParts).List[0, 9].Select(parts => string.Join(':', parts)),
        Gen.OneOfConst(ArnParts).List[0, 7].Select(parts => "arn:aws:" + string.Join(':', parts)),
        Gen.Select(Gen.Int[0, 7], Gen.OneOfConst(ArnParts), (index, part) =>
        {
            var parts = RequestSamples.LambdaArn.Split(':');
            if (index < parts.Length)
            {
                parts[index] = part;
            }

            return string.Join(':', parts);
        }),
        Gen.Select(Gen.Int[0, 7], index => string.Join(':', RequestSamples.LambdaArn.Split(':').Where((_, i) => i != index))),
        Gen.Char[":a1\n"].Array[0, 14].Select(characters => "arn:aws:" + new string(characters)));

    private static Gen<string> Valid(string field) => field switch
    {
        "connectorLabel" => Of("abcXYZ019", "abcXYZ019_!@#.-", 1, 20),
        "description" => Of("", "abcXYZ019 \t\n\v\f\r_/!@#+=.-", 0, 30),
        "clientToken" => Gen.Char[' ', '~'].Array[1, 40].Select(characters => new string(characters)),
        "operationId" => Of("aé漢1", "aé漢 1_,:'\"\n", 0, 30),
        "lambdaArn" => Gen.Select(
            Gen.OneOfConst("arn:aws:", "arn:aws-cn:", "arn:aws-us-gov:", "arn:aws-iso-b:"),
            Gen.OneOfConst("lambda", "", "é", "a b", "a:b"),
            Gen.OneOfConst("us-east-1", "", "x"),
            Gen.OneOfConst("123456789012", "1", "000"),
            Gen.OneOfConst("function:orders", "", "f:o:1", "fé😀", "\t"),
            (start, service, region, account, resource) => $"{start}{service}:{region}:{account}:{resource}"),
        "nextToken" => Of("a", "abc09+/=é😀,:'\"", 0, 30),
        _ => throw new ArgumentException($"{field} is a field that the tests do not know.", nameof(field)),
    };

    private static Gen<string> Of(string first, string rest, int min, int max)
    {
        string[] elements = [.. rest.EnumerateRunes().Select(rune => rune.ToString())];
        var tail = Gen.OneOfConst(elements).List[min, max].Select(string.Concat);
        return first.Length == 0 ? tail : Gen.Select(Gen.Char[first], tail, (head, more) => head + more);
    }

    private static string Mutate(string valid, string piece, int at, int how)
    {
        var index = at % (valid.Length + 1);
        return how switch
        {
            0 => valid.Insert(index, piece),
            1 when index < valid.Length => valid.Remove(index, 1).Insert(index, piece),
            _ when index < valid.Length => valid.Remove(index, 1),
            _ => valid + piece,
        };
    }

    private static string Resize(string seed, int size)
    {
        var text = seed.Length == 0 ? "a" : seed;
        while (text.Length < size)
        {
            text += text;
        }

        return text[..size];
    }
}
