using System.Globalization;
using Microsoft.Extensions.Time.Testing;

namespace AppFlow.Fluent.Tests.Fakes;

/// <summary>
/// A service whose clock differs from the client's. While it is strict, it refuses a signature that is more than four minutes off. Time
/// passes only in transit: half before the answer is created, half after.
/// </summary>
internal sealed class SkewedService(FakeTimeProvider clientTime)
{
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(4);

    /// <summary>How far the service's clock is ahead of the client's.</summary>
    public TimeSpan Ahead { get; set; }

    /// <summary>How far the date of its answers differs from its clock.</summary>
    public TimeSpan DateIsOffBy { get; set; }

    public bool IsStrict { get; set; } = true;

    public string Code { get; set; } = "InvalidSignatureException";

    public bool HasDate { get; set; } = true;

    public bool HasAge { get; set; }

    /// <summary>How long an attempt takes.</summary>
    public TimeSpan Takes { get; set; } = TimeSpan.FromSeconds(2);

    public RecordingHandler Network() => new(sent =>
    {
        clientTime.Advance(Takes / 2);
        var now = clientTime.GetUtcNow() + Ahead;
        var refused = IsStrict && (SignedAt(sent) - now).Duration() > Tolerance;
        clientTime.Advance(Takes / 2);
        List<(string Name, string Value)> headers = refused ? [("x-amzn-errortype", Code)] : [];
        if (HasDate)
        {
            headers.Add(("Date", (now + DateIsOffBy).ToString("r", CultureInfo.InvariantCulture)));
        }

        if (HasAge)
        {
            headers.Add(("Age", "300"));
        }

        return Answers.Json(refused ? 403 : 200, refused ? "{}" : Answers.Arn, [.. headers]);
    });

    public static DateTimeOffset SignedAt(SentRequest sent) => DateTimeOffset.ParseExact(
        sent.Header("x-amz-date"), "yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
