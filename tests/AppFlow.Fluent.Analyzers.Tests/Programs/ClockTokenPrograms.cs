using AppFlow.Fluent.Analyzers.Tests.Verification;
using Xunit;

namespace AppFlow.Fluent.Analyzers.Tests.Programs;

/// <summary>AFF1005 in programs: a combined reading has the lower precision of the two.</summary>
public sealed class ClockTokenPrograms
{
    [Theory]
    [InlineData("""{|AFF1005:DateTime.UtcNow.ToString("yyyyMMddHHmmss")|}""")]
    [InlineData("""{|AFF1005:$"orders-{DateTime.UtcNow:yyyyMMddHH}"|}""")]
    [InlineData("""{|AFF1005:$"{DateTime.UtcNow.DayOfYear}-{DateTime.UtcNow.Hour}"|}""")]
    [InlineData("""DateTime.Today.ToString("s").Replace(':', '-')""")]
    [InlineData("""DateTime.UtcNow.Date.ToString("yyyyMMddHHmmss")""")]
    [InlineData("""$"{DateTime.Now.Date:yyyyMMddHHmm}-orders" """)]
    [InlineData("""DateTimeOffset.UtcNow.Date.Ticks.ToString()""")]
    public Task A_date_in_seconds_is_a_date(string token) =>
        Verify.FilesAsync(Verify.InMethod($"await ConnectorRegistration.Update(\"orders\").WithClientToken({token}).SendAsync(client);"));
}
