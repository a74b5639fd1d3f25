namespace AppFlow.Fluent.Emulator.Faults;

/// <summary>
/// A number from 0 to below 1 for each position of a sequence (SplitMix64). It is the same on every machine and with every version of .NET,
/// which <see cref="Random"/> does not guarantee.
/// </summary>
internal static class SeededDraw
{
    private const double UlpOfOne = 1.0 / (1UL << 53);

    public static double At(int seed, int sequence, long place) =>
        (Mix(Mix(Mix(unchecked((ulong)seed)) + unchecked((ulong)sequence)) + unchecked((ulong)place)) >> 11) * UlpOfOne;

    private static ulong Mix(ulong value)
    {
        unchecked
        {
            var mixed = value + 0x9E3779B97F4A7C15;
            mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
            mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
            return mixed ^ (mixed >> 31);
        }
    }
}
