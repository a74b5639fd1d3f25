using System.Text;
using AppFlow.Fluent.Emulator.Protocol;

namespace AppFlow.Fluent.Emulator.Signing;

/// <summary>The canonical request of AWS Signature Version 4, over exactly the headers that the client signed.</summary>
internal static class CanonicalRequest
{
    public static string Create(ReceivedRequest request, IReadOnlyList<string> signedHeaders, string payloadHash)
    {
        var canonical = new StringBuilder()
            .Append(request.Method).Append('\n')
            .Append(UriEncoding.CanonicalPath(request.RawPath)).Append('\n')
            .Append(UriEncoding.CanonicalQuery(request.RawQuery)).Append('\n');
        foreach (var name in signedHeaders)
        {
            canonical.Append(name).Append(':').AppendJoin(',', request.HeaderValues(name).Select(value => CanonicalValue(value ?? ""))).Append('\n');
        }

        return canonical.Append('\n').AppendJoin(';', signedHeaders).Append('\n').Append(payloadHash).ToString();
    }

    private static string CanonicalValue(string value) =>
        string.Join(' ', value.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries));
}
