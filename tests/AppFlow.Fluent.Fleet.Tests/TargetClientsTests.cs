using Fleet.Targets;

namespace AppFlow.Fluent.Fleet.Tests;

public sealed class TargetClientsTests
{
    [Fact]
    public void Targets_of_one_account_and_region_share_a_client()
    {
        using var clients = new TargetClients();
        var endpoint = new Uri("http://127.0.0.1:1");
        var orders = clients.For(new Target("111111111111", "us-east-1", "orders", Endpoint: endpoint));

        Assert.Same(orders, clients.For(new Target("111111111111", "us-east-1", "bills", Endpoint: endpoint)));
        Assert.NotSame(orders, clients.For(new Target("111111111111", "eu-central-1", "orders", Endpoint: endpoint)));
        Assert.NotSame(orders, clients.For(new Target("222222222222", "us-east-1", "orders", Endpoint: endpoint)));
    }

    [Fact]
    public void A_client_calls_the_target_s_region_and_endpoint()
    {
        using var clients = new TargetClients();

        var client = Assert.IsType<AppFlowClient>(clients.For(new Target("111111111111", "eu-central-1", "orders", Endpoint: new Uri("http://127.0.0.1:1"))));

        Assert.Equal(("eu-central-1", new Uri("http://127.0.0.1:1")), (client.Region, client.Endpoint));
    }
}
