using System.Text;

namespace AppFlow.Fluent.Requests;

/// <summary>The text of a request: its name and the fields that are set, nothing else.</summary>
internal static class RequestText
{
    public static string Show(string request, params ReadOnlySpan<(string Property, string? Value)> properties)
    {
        var text = new StringBuilder(request).Append(" { ");
        var separator = "";
        foreach (var (property, value) in properties)
        {
            if (value is not null)
            {
                text.Append(separator).Append(property).Append(" = \"").Append(value).Append('"');
                separator = ", ";
            }
        }

        return text.Append(separator.Length == 0 ? "}" : " }").ToString();
    }
}
