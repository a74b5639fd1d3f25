using System.Threading.Tasks;
using Amazon.EC2;
using Amazon.EC2.Model;
using AppFlow.Fluent;

public static class BothPackages
{
    public static Task PublishAsync(IAppFlowClient client) =>
        ConnectorRegistration.Update().WithDescription("adds paging").SendAsync(client);   // AFF2001

    public static Task RunAsync(IAmazonEC2 ec2) =>
        ec2.RunInstancesAsync(new RunInstancesRequest { ImageId = "ami-1" });   // AFF2001
}
