using AppFlow.Fluent;

namespace Fleet.Targets;

/// <summary>The clients that send the targets' calls.</summary>
internal interface ITargetClients
{
    IAppFlowClient For(Target target);
}
