using System.Text;

namespace AppFlow.Fluent.Wire;

/// <summary>
/// What the signatures of one operation's calls have in common: the path, the names of the signed headers, and the headers that every call
/// sends with the same value; in each form that a signature needs, made once.
/// </summary>
internal sealed class CanonicalHead
{
    private readonly byte[] _start;
    private readonly byte[][] _lineStarts;
    private readonly byte[] _end;

    /// <param name="canonicalPath">The path as Signature Version 4 needs it: each segment encoded once more than on the wire.</param>
    /// <param name="shared">The first headers, whose values are the same for every call; names in lower case and ordered.</param>
    /// <param name="varying">The names of the other headers, after the first ones in order.</param>
    public CanonicalHead(string canonicalPath, ReadOnlySpan<(string Name, string Value)> shared, params ReadOnlySpan<string> varying)
    {
        var start = new StringBuilder("POST\n").Append(canonicalPath).Append("\n\n");
        var names = new List<string>();
        foreach (var (name, value) in shared)
        {
            names.Add(name);
            start.Append(name).Append(':').Append(value).Append('\n');
        }

        names.AddRange(varying);
        var joined = string.Join(';', names);
        _start = Encoding.UTF8.GetBytes(start.ToString());
        _lineStarts = Array.ConvertAll(varying.ToArray(), name => Encoding.UTF8.GetBytes(name + ":"));
        _end = Encoding.UTF8.GetBytes($"\n{joined}\n");
        BeforeSignature = $", SignedHeaders={joined}, Signature=";
        Length = _start.Length + _lineStarts.Sum(line => line.Length + 1) + _end.Length;
    }

    /// <summary>The number of bytes of the canonical request without the values of the varying headers and without the body's hash.</summary>
    public int Length { get; }

    /// <summary>The part of the <c>Authorization</c> header between the credential and the signature.</summary>
    public string BeforeSignature { get; }

    /// <summary>The canonical request up to the first varying header.</summary>
    public ReadOnlySpan<byte> Start => _start;

    /// <summary>The canonical request between the last header and the body's hash.</summary>
    public ReadOnlySpan<byte> End => _end;

    /// <summary>The name of a varying header and the colon before its value.</summary>
    public ReadOnlySpan<byte> LineStart(int index) => _lineStarts[index];
}
