using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace AppFlow.Fluent.Tests.Fakes;

/// <summary>Answers of the service.</summary>
internal static class Answers
{
    public const string ConnectorArn = "arn:aws:appflow:us-east-1:123456789012:connector/orders";

    public const string Arn = $$"""{"connectorArn":"{{ConnectorArn}}"}""";

    public static HttpResponseMessage Json(int status, string body, params (string Name, string Value)[] headers) =>
        Bytes(status, Encoding.UTF8.GetBytes(body), headers);

    public static HttpResponseMessage Bytes(int status, byte[] body, params (string Name, string Value)[] headers)
    {
        var answer = new HttpResponseMessage((HttpStatusCode)status) { Content = new ByteArrayContent(body) };
        answer.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        foreach (var (name, value) in headers)
        {
            if (name.Equals("content-type", StringComparison.OrdinalIgnoreCase))
            {
                answer.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(value);
            }
            else
            {
                answer.Headers.TryAddWithoutValidation(name, value);
            }
        }

        return answer;
    }
}
