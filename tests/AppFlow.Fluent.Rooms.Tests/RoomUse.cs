namespace AppFlow.Fluent.Rooms.Tests;

/// <summary>A line in one room that uses something of another.</summary>
/// <param name="From">The room that uses.</param>
/// <param name="To">The room that is used.</param>
/// <param name="Line">The file and the line, and what it uses.</param>
internal sealed record RoomUse(string From, string To, string Line)
{
    public override string ToString() => $"{From} -> {To}: {Line}";
}
