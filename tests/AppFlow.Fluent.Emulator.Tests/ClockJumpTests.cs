using AppFlow.Fluent.Emulator.Tests.Wire;
using Microsoft.Extensions.Time.Testing;

namespace AppFlow.Fluent.Emulator.Tests;

/// <summary>A machine sleeps for hours while the emulator processes a request.</summary>
public sealed class ClockJumpTests
{
    // The signer makes the first reading.
    [Theory]
    [InlineData(2, 403)]
    [InlineData(3, 403)]
    [InlineData(4, 200)]
    public async Task A_token_is_applied_once_at_whatever_clock_reading_the_machine_sleeps(int reading, int status)
    {
        var clock = new JumpingClock();
        await using var appflow = await TestEmulator.StartAsync(new AppFlowEmulatorOptions { TimeProvider = clock });
        (await appflow.RegisterAsync("orders", clientToken: "t")).ShouldSucceed();
        (await appflow.UpdateAsync("orders", clientToken: "t")).ShouldSucceed();

        clock.JumpBefore(reading);
        var again = await appflow.UpdateAsync("orders", clientToken: "t");

        Assert.Equal(status, again.Status);
        Assert.Equal(2, appflow.Emulator.Applied.Count);
        if (status != 200)
        {
            Assert.Contains("Signature expired", again.ShouldFail(403, "InvalidSignatureException").Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_request_that_waited_too_long_leaves_its_token_free()
    {
        var clock = new JumpingClock();
        await using var appflow = await TestEmulator.StartAsync(new AppFlowEmulatorOptions { TimeProvider = clock });

        clock.JumpBefore(3);
        (await appflow.RegisterAsync("orders", clientToken: "t")).ShouldFail(403, "InvalidSignatureException");
        Assert.Empty(appflow.Emulator.Applied);

        (await appflow.RegisterAsync("orders", clientToken: "t")).ShouldSucceed();
    }

    private sealed class JumpingClock() : FakeTimeProvider(new DateTimeOffset(2026, 8, 23, 12, 36, 0, TimeSpan.Zero))
    {
        private int _readingsLeft;

        /// <summary>Lets nine hours pass before the given number of readings.</summary>
        public void JumpBefore(int reading) => Volatile.Write(ref _readingsLeft, reading);

        public override DateTimeOffset GetUtcNow()
        {
            if (Interlocked.Decrement(ref _readingsLeft) == 0)
            {
                Advance(TimeSpan.FromHours(9));
            }

            return base.GetUtcNow();
        }
    }
}
