using System.Net;
using System.Text.Encodings.Web;
using System.Text.Json;
using Amazon.Runtime;
using AppFlow.Fluent.Tests.Fakes;
using AppFlow.Fluent.Wire;

namespace AppFlow.Fluent.Tests.Secrets;

/// <summary>Secrets of any form do not change an error's type, and are never shown however they are escaped.</summary>
public sealed class RedactionTests
{
    // With characters that each of the three ways of escaping changes.
    private const string Token = "IQoJb3JpZ2lu/X2VjE+XAMPLE&\"<'=\\==";

    private static readonly Redaction Redaction = new(
        new ImmutableCredentials("AKID", FakeService.SecretKey, Token), "Signature=" + string.Concat(Enumerable.Repeat("0123456789abcdef", 4)));

    public static TheoryData<string, string> Forms => new()
    {
        { "as it is", Token },
        { "percent", Uri.EscapeDataString(Token) },
        { "percent, small", Uri.EscapeDataString(Token).ToLowerInvariant() },
        { "percent, form", WebUtility.UrlEncode(Token) },
        { "percent, twice", Uri.EscapeDataString(Uri.EscapeDataString(Token)) },
        { "percent, all", string.Concat(Token.Select(symbol => $"%{(int)symbol:x2}")) },
        { "HTML", WebUtility.HtmlEncode(Token) },
        { "HTML, all of it", HtmlEncoder.Create(new TextEncoderSettings()).Encode(Token) },
        { "HTML, capitals", HtmlEncoder.Default.Encode(Token).ToUpperInvariant() },
        { "HTML, decimal", string.Concat(Token.Select(symbol => $"&#{(int)symbol};")) },
        { "JSON", JsonSerializer.Serialize(Token).Trim('"') },
        { "JSON, relaxed", JsonEncodedText.Encode(Token, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).ToString() },
        { "JSON, small", JsonSerializer.Serialize(Token).Trim('"').ToLowerInvariant() },
        { "JSON, slashes", Token.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("/", "\\/", StringComparison.Ordinal) },
        { "capitals", Token.ToUpperInvariant() },
    };

    [Theory]
    [MemberData(nameof(Forms))]
    public void A_token_is_not_shown_in_any_form(string name, string form)
    {
        Assert.NotEmpty(name);
        Assert.Equal("before *** after, 100 % & more \\ ***", Redaction.Text($"before {form} after, 100 % & more \\ {form}"));
    }

    [Theory]
    [InlineData(FakeService.SecretKey)]
    [InlineData("0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef")]
    [InlineData("0123456789ABCDEF0123456789ABCDEF0123456789ABCDEF0123456789ABCDEF")]
    public void A_key_and_a_signature_are_not_shown_in_any_form(string secret)
    {
        Assert.Equal("***", Redaction.Text(secret));
        Assert.Equal("***", Redaction.Name(Uri.EscapeDataString(secret)));
    }

    [Fact]
    public void Text_similar_to_a_secret_is_shown_unchanged()
    {
        var nearly = Uri.EscapeDataString(Token)[..^1] + "x %zz &#xzz; &#; &; \\u00zz \\";
        Assert.Equal(nearly, Redaction.Text(nearly));
    }

    [Theory]
    [InlineData("T")]
    [InlineData("Throttling")]
    [InlineData("ThrottlingException")]
    public async Task An_error_keeps_its_type_whatever_the_token_is(string token)
    {
        using var network = ScriptedNetwork.Of(
            () => Answers.Json(429, "{\"message\":\"Rate exceeded\"}", ("x-amzn-errortype", "ThrottlingException")), ScriptedNetwork.Success);
        using var client = FakeService.RetryingClient(
            network, new SkippingTime(), credentials: new SessionAWSCredentials(FakeService.AccessKey, FakeService.SecretKey, token));

        Assert.Equal(2, (await ConnectorRegistration.Update("orders").SendAsync(client)).Attempts);

        using var refusing = ScriptedNetwork.Of(() => Answers.Json(429, "{\"message\":\"Rate exceeded\"}", ("x-amzn-errortype", "ThrottlingException")));
        using var impatient = FakeService.Client(refusing, new SessionAWSCredentials(FakeService.AccessKey, FakeService.SecretKey, token));
        var e = await Assert.ThrowsAsync<ThrottlingException>(() => ConnectorRegistration.Update("orders").SendAsync(impatient));

        Assert.Equal(token.Length < Secret.Shortest ? "ThrottlingException" : "***", e.ErrorCode);
        Assert.Equal((true, false, "Rate exceeded"), (e.IsRetryable, e.MayHaveBeenApplied, e.Message));
    }

    [Fact]
    public async Task A_request_that_a_handler_prints_shows_no_header()
    {
        var printed = new List<string>();
        using var network = new Printing(printed);
        using var client = FakeService.Client(network, new SessionAWSCredentials(FakeService.AccessKey, FakeService.SecretKey, FakeService.SessionToken));
        await ConnectorRegistration.Update("orders").SendAsync(client);

        Assert.Equal($"POST {FakeService.Endpoint}update-connector-registration", printed[0]);
        Assert.All(printed, text =>
        {
            foreach (var secret in (string[])["Signature", FakeService.SessionToken, "AWS4-HMAC"])
            {
                Assert.DoesNotContain(secret, text, StringComparison.OrdinalIgnoreCase);
            }
        });
    }

    private sealed class Printing(List<string> printed) : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            await request.Content!.ReadAsByteArrayAsync(cancellationToken);
            printed.Add(request.ToString());
            printed.Add($"{request.Content}");
            var view = new SignedRequestView((SignedRequest)request);
            printed.AddRange(view.GetType().GetProperties().Select(property => $"{property.GetValue(view)}"));
            return Answers.Json(200, Answers.Arn);
        }
    }
}
