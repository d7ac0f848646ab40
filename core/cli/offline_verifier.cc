#include "cli/offline_verifier.h"

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "build/bundle_names.h"
#include "build/offline_packs.h"
#include "index/block_file.h"

namespace catchword {
namespace {

using nlohmann::json;
using FaultSink = std::function<void(const Error&)>;

// What a script hands over, or null when it is not a call of `function` with JSON.
json argument_of(std::string_view script, std::string_view function) {
  const std::string begin = std::string("catchwordOffline.").append(function).append("(");
  const std::size_t end = script.rfind(')');
  if (!script.starts_with(begin) || end == script.npos || end < begin.size()) return nullptr;
  const json value = json::parse(script.substr(begin.size(), end - begin.size()), nullptr, false);
  return value.is_object() ? value : json();
}

class OfflineVerifier {
 public:
  OfflineVerifier(const OpenedBundle& bundle, const FaultSink& fault)
      : bundle_(bundle), fault_(fault) {}

  std::size_t run() {
    const std::string& core_name = bundle_.description.offline->core;
    const json core = read_script(core_name, "core");
    if (core.is_null()) return 0;
    if (!carries(core, "root", bundle_.description.root) || !core.contains("packs") ||
        !core["packs"].is_array() || !core.contains("files") || !core["files"].is_object()) {
      report(core_name, "it does not carry the bundle's root and list of packs");
      return 0;
    }
    check_packs(core["packs"], core["files"]);
    check_places(core_name, core["files"]);
    return core["packs"].size();
  }

 private:
  void report(std::string_view name, std::string_view what) {
    fault_(damaged((bundle_.folder / name).string(), what));
  }

  json read_script(const std::string& name, const std::string& function) {
    const Result<std::string> script = read_raw(bundle_.folder, name);
    if (!script) return fault_(script.error()), json();
    const std::string prefix = std::string(kOfflineFolder).append(function).append("-");
    json argument = argument_of(*script, function);
    if (argument.is_null() || name_by_content(prefix, as_bytes(*script), ".js") != name) {
      return report(name, "its content does not match its name"), json();
    }
    return argument;
  }

  // Whether `object` has under `key` the content of the file `name`.
  [[nodiscard]] bool carries(const json& object, const std::string& key,
                             const std::string& name) const {
    const auto found = object.find(key);
    if (found == object.end() || !found->is_string()) return false;
    const Result<std::string> file = read_raw(bundle_.folder, name);
    return file && to_base64(as_bytes(*file)) == found->get_ref<const std::string&>();
  }

  void check_packs(const json& packs, const json& files) {
    for (std::size_t i = 0; i < packs.size(); ++i) {
      const std::string name = packs[i].is_string() ? packs[i].get<std::string>() : std::string();
      if (!is_bundle_name(name)) return report(bundle_.description.offline->core, "a pack has no name");
      const json pack = read_script(name, "pack");
      if (!pack.is_null()) check_pack(name, pack, files, i);
    }
  }

  void check_pack(const std::string& name, const json& pack, const json& files, std::size_t place) {
    for (const auto& [file, content] : pack.items()) {
      if (!is_bundle_name(file) || !carries(pack, file, file)) {
        return report(name, "it carries another content than the bundle has for " + file);
      }
    }
    for (const auto& [file, pack_of_file] : files.items()) {
      if (pack_of_file == place && !pack.contains(file)) return report(name, "it lacks " + file);
    }
  }

  // Every block of the bundle has a place in a pack.
  void check_places(const std::string& core_name, const json& files) {
    for (const std::string& name : bundle_.manifest.files) {
      const bool packed = name.ends_with(".bin") && name != bundle_.description.root;
      if (packed && !files.contains(name)) return report(core_name, "it does not know " + name);
    }
  }

  const OpenedBundle& bundle_;
  const FaultSink& fault_;
};

}  // namespace

std::size_t verify_offline(const OpenedBundle& bundle, const FaultSink& fault) {
  return OfflineVerifier(bundle, fault).run();
}

}  // namespace catchword
