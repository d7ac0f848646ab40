#include "cli/serve_command.h"

#include <httplib.h>
#include <signal.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <future>
#include <memory>
#include <optional>
#include <string>

#include "base/result.h"
#include "cli/http_files.h"
#include "cli/report.h"

namespace catchword {
namespace {

namespace fs = std::filesystem;

constexpr int kUsualPort = 8080;
constexpr int kPortsToTry = 100;

// A connection that is kept open holds a thread, and browsers open up to 17 to one server.
constexpr std::size_t kThreads = 64;
constexpr std::size_t kRequestsPerConnection = 10'000;

struct ServeOptions {
  std::string folder;
  std::string host = "127.0.0.1";
  std::optional<int> port;
};

void send(HttpAnswer answer, httplib::Response& response) {
  response.status = answer.status;
  response.set_header("Cache-Control", answer.cache_control);
  if (!answer.location.empty()) response.set_header("Location", answer.location);
  response.set_content(std::move(answer.body), answer.type);
}

httplib::Server::HandlerResponse handle(const fs::path& folder, const httplib::Request& request,
                                        httplib::Response& response) {
  if (request.method == "GET" || request.method == "HEAD") {
    send(answer_file(folder, request.path), response);
  } else {
    response.status = 405;
    response.set_header("Allow", "GET, HEAD");
  }
  return httplib::Server::HandlerResponse::Handled;
}

void set_up(httplib::Server& server, const fs::path& folder) {
  // The library would let a second server listen on the same port, and share its connections.
  server.set_socket_options([](socket_t socket) {
    const int yes = 1;
    ::setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
  });
  server.new_task_queue = [] { return new httplib::ThreadPool(kThreads); };
  server.set_keep_alive_max_count(kRequestsPerConnection);
  server.set_keep_alive_timeout(1);  // seconds; what is open then is waited for at the end
  server.set_tcp_nodelay(true);
  server.set_pre_routing_handler(
      [folder](const httplib::Request& request, httplib::Response& response) {
        return handle(folder, request, response);
      });
}

// The port that the server now listens on; 0 when there is none.
int bind(httplib::Server& server, const ServeOptions& options) {
  if (options.port == 0) return std::max(server.bind_to_any_port(options.host), 0);
  const int first = options.port.value_or(kUsualPort);
  const int end = options.port ? first + 1 : first + kPortsToTry;
  for (int port = first; port < end; ++port) {
    if (server.bind_to_port(options.host, port)) return port;
  }
  return 0;
}

Error cannot_listen(const ServeOptions& options) {
  const std::string port = std::to_string(options.port.value_or(kUsualPort));
  return {ErrorKind::kOutput, "no server can listen here", options.host + ":" + port,
          "Choose another --port (0: any that is free), or another --host of this machine"};
}

std::string address(const std::string& host, int port) {
  const bool v6 = host.find(':') != std::string::npos;
  return "http://" + (v6 ? "[" + host + "]" : host) + ":" + std::to_string(port) + "/";
}

sigset_t stop_signals() {
  sigset_t signals;
  sigemptyset(&signals);
  for (const int signal : {SIGINT, SIGTERM, SIGHUP}) sigaddset(&signals, signal);
  return signals;
}

// Listens until a signal asks to stop. REQUIRES: the signals are blocked in every thread.
void run(httplib::Server& server, const sigset_t& signals) {
  std::future<void> listening = std::async(std::launch::async, [&server] {
    server.listen_after_bind();
    ::kill(::getpid(), SIGTERM);  // if it ended by itself, nobody has to wait for a signal
  });
  int signal = 0;
  sigwait(&signals, &signal);
  // A signal that comes before the first connection is waited for is told again.
  do server.stop();
  while (listening.wait_for(std::chrono::milliseconds(10)) != std::future_status::ready);
}

int serve(const ServeOptions& options) {
  std::error_code ignored;
  if (!fs::is_directory(options.folder, ignored)) {
    return report({ErrorKind::kInput, "there is no such folder", options.folder,
                   "Name the folder of the site, with the bundle in it"});
  }
  const sigset_t signals = stop_signals();
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);
  httplib::Server server;
  set_up(server, options.folder);
  const int port = bind(server, options);
  if (port == 0) return report(cannot_listen(options));
  std::printf("%s\n", address(options.host, port).c_str());
  std::fflush(stdout);
  run(server, signals);
  return kExitDone;
}

}  // namespace

void add_serve_command(CLI::App& app, int& status) {
  const auto options = std::make_shared<ServeOptions>();
  CLI::App* command = app.add_subcommand("serve", "serve a folder, to look at the result");
  command->add_option("DIR", options->folder, "folder of the site")->required();
  command->add_option("--port", options->port, "default: 8080, or the next that is free")
      ->check(CLI::Range(0, 65535));
  command->add_option("--host", options->host, "address to listen on")->capture_default_str();
  command->callback([options, &status] { status = serve(*options); });
}

}  // namespace catchword
