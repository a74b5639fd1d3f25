using System.Threading.Tasks;
using Amazon.EC2;
using Amazon.EC2.Model;

public static class Sdk4
{
    public static Task MissingAsync(IAmazonEC2 ec2)
    {
        return ec2.RunInstancesAsync(new RunInstancesRequest { ImageId = "ami-1" });   // AFF2001
    }

    public static async Task ReusedAsync(IAmazonEC2 ec2)
    {
        await ec2.RunInstancesAsync(new RunInstancesRequest { ImageId = "ami-1", MinCount = 1, MaxCount = 1, ClientToken = "deploy" });   // AFF1001
        await ec2.RunInstancesAsync(new RunInstancesRequest { ImageId = "ami-2", MinCount = 1, MaxCount = 1, ClientToken = "deploy" });   // AFF1001
    }
}
