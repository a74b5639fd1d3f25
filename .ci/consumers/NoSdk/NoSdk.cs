public sealed class RunInstancesRequest
{
    public string? ClientToken { get; set; }

    public static RunInstancesRequest[] Twice() => [new() { ClientToken = "deploy" }, new() { ClientToken = "deploy" }];
}
