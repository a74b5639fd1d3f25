using AppFlow.Fluent;

namespace Fleet.Targets;

/// <summary>What a target's calls are sent with.</summary>
internal interface ITargetClients
{
    IAppFlowClient For(Target target);
}
