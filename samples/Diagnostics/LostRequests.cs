using AppFlow.Fluent;

namespace Diagnostics;

/// <summary>Requests are immutable, and do nothing until they are sent.</summary>
public static class LostRequests
{
    public static async Task DescribeAsync(string text)
    {
        var request = ConnectorRegistration.Update("orders");
        request.WithDescription(text); // AFF4001
        await request.SendAsync();
    }

    public static void Forget()
    {
        var request = ConnectorRegistration.Update("orders"); // AFF4002
    }

    public static void UpdateAll(List<string> labels) =>
        labels.ForEach(label => ConnectorRegistration.Update(label).SendAsync()); // AFF4004

    public static async Task DescribeTwiceAsync() => await ConnectorRegistration.Update("orders")
        .WithDescription("adds paging") // AFF4003
        .WithOperationId("release-42")
        .WithDescription("adds paging and sorting")
        .SendAsync();
}
