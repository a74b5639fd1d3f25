using System.Text.Json;

namespace AppFlow.Fluent.Emulator.Faults;

/// <summary>
/// How members and kinds are spelled in the source of a plan (code or JSON), so that a message uses the names that its reader wrote.
/// </summary>
internal sealed class FaultNames(Func<string, string> spell)
{
    public static FaultNames InCode { get; } = new(name => name);

    public static FaultNames InJson { get; } = new(JsonNamingPolicy.CamelCase.ConvertName);

    public string Of(string member) => spell(member);

    public string Of(FaultKind kind) => spell(kind.ToString());

    /// <summary>All kinds, for a message.</summary>
    public string AllKinds() => string.Join(", ", Enum.GetValues<FaultKind>().Select(Of));
}
