using System.Text.Json;
using SupportBot.State;

namespace Microsoft.Bot.Builder;

public abstract partial class BotState
{
    /// <summary>A state as one turn sees it. A property that was not asked for yet is a JsonElement.</summary>
    public class CachedBotState
    {
        // What State held when it was loaded; null when its values can change without being replaced.
        private Dictionary<string, object> _loaded;

        // The JSON of what is stored; null when not known yet.
        private ReadOnlyMemory<byte>? _stored;

        public CachedBotState(IDictionary<string, object> state = null)
        {
            State = state ?? new Dictionary<string, object>();
        }

        public IDictionary<string, object> State { get; set; }

        internal string ETag { get; private set; }

        /// <summary>True when no property was looked at, set or removed, so that nothing has to be compared.</summary>
        internal bool IsUntouched
        {
            get
            {
                if (_loaded is null || _loaded.Count != State.Count)
                    return false;
                foreach (var (name, value) in State)
                    if (!_loaded.TryGetValue(name, out var before) || !ReferenceEquals(before, value))
                        return false;
                return true;
            }
        }

        internal static CachedBotState Of(JsonItem item)
        {
            if (item is null)
                return new CachedBotState { _loaded = [] };
            var loaded = StateJson.Members(item.Json);
            return new CachedBotState(new Dictionary<string, object>(loaded)) { _loaded = loaded, _stored = item.Json, ETag = item.ETag };
        }

        internal static CachedBotState Of(object stored)
        {
            var loaded = StateJson.Members(stored);
            var cached = new CachedBotState(new Dictionary<string, object>(loaded)) { ETag = (stored as IStoreItem)?.ETag };
            if (StateJson.AllFixed(loaded))
                cached._loaded = loaded;
            else
                cached._stored = StateJson.Write(loaded);
            return cached;
        }

        internal static CachedBotState Cleared(string eTag) => new() { ETag = eTag };

        /// <returns>The JSON to write, or null when it is what is stored already.</returns>
        internal byte[] Changes(bool force)
        {
            _stored ??= _loaded is null ? null : StateJson.Write(_loaded);
            return StateJson.Write(State, unlessEqualTo: force ? null : _stored);
        }

        internal void Saved(byte[] json, string eTag)
        {
            _stored = json;
            _loaded = null;
            ETag = eTag;
        }
    }
}
