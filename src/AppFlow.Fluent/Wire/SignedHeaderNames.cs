using System.Text;

namespace AppFlow.Fluent.Wire;

/// <summary>The names of the headers that a signature covers, in each form that the signature needs, made once.</summary>
internal sealed class SignedHeaderNames
{
    private readonly byte[] _joined;
    private readonly byte[][] _lineStarts;

    /// <param name="names">The names, in lower case and ordered.</param>
    public SignedHeaderNames(params ReadOnlySpan<string> names)
    {
        Joined = string.Join(';', names);
        _joined = Encoding.UTF8.GetBytes(Joined);
        _lineStarts = new byte[names.Length][];
        for (var i = 0; i < names.Length; i++)
        {
            _lineStarts[i] = Encoding.UTF8.GetBytes(names[i] + ":");
            LengthOfLineStarts += _lineStarts[i].Length;
        }
    }

    /// <summary>The names with a semicolon between them.</summary>
    public string Joined { get; }

    /// <inheritdoc cref="Joined"/>
    public ReadOnlySpan<byte> JoinedUtf8 => _joined;

    /// <summary>The number of bytes of all <see cref="LineStart"/> together.</summary>
    public int LengthOfLineStarts { get; }

    /// <summary>A name and the colon before its value.</summary>
    public ReadOnlySpan<byte> LineStart(int index) => _lineStarts[index];
}
