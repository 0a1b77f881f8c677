package dev.rollcall.fake.control;

import static com.github.tomakehurst.wiremock.http.RequestMethod.DELETE;
import static com.github.tomakehurst.wiremock.http.RequestMethod.GET;
import static com.github.tomakehurst.wiremock.http.RequestMethod.POST;
import static com.github.tomakehurst.wiremock.http.RequestMethod.PUT;

import com.github.tomakehurst.wiremock.admin.AdminTask;
import com.github.tomakehurst.wiremock.admin.Router;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.common.url.PathParams;
import com.github.tomakehurst.wiremock.core.Admin;
import com.github.tomakehurst.wiremock.extension.AdminApiExtension;
import com.github.tomakehurst.wiremock.http.RequestMethod;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/**
 * The control plane of the fake, below {@code /__admin/presence}; whoever reaches it may use it.
 */
public final class AdminApi implements AdminApiExtension {
  private static final JsonMapper MAPPER = new JsonMapper();

  private final ControlPlane plane;

  public AdminApi(ControlPlane plane) {
    this.plane = plane;
  }

  @Override
  public String getName() {
    return "rollcall-admin";
  }

  @Override
  public void contributeAdminApiRoutes(Router router) {
    // WireMock looks the path up by the class of the task: hence one path for all of ours.
    for (RequestMethod method : List.of(GET, POST, PUT, DELETE)) {
      router.add(method, "/presence/{subject}", new Subjects(plane));
    }
  }

  private static final class Subjects implements AdminTask {
    private final ControlPlane plane;
    private final AdminPage page = new AdminPage();

    Subjects(ControlPlane plane) {
      this.plane = plane;
    }

    @Override
    public ResponseDefinition execute(Admin admin, ServeEvent event, PathParams path) {
      String method = event.getRequest().getMethod().value();
      String name = method + " " + path.get("subject");
      Optional<ResponseDefinition> file = page.answer(name);
      if (file.isPresent()) {
        return file.get();
      }
      Optional<ControlPlane.Task> task = plane.task(name);
      if (task.isEmpty()) {
        return answer(
            404,
            Map.of("error", "there is no %s here; there are %s".formatted(name, plane.names())));
      }
      try {
        int success = name.equals("POST users") ? 201 : 200;
        return answer(success, task.get().run(Asked.of(event.getRequest())));
      } catch (IllegalArgumentException e) {
        return answer(400, Map.of("error", String.valueOf(e.getMessage())));
      }
    }
  }

  private static ResponseDefinition answer(int status, Map<String, Object> json) {
    return new ResponseDefinitionBuilder()
        .withStatus(status)
        .withHeader("Content-Type", "application/json")
        .withBody(MAPPER.writeValueAsBytes(json))
        .build();
  }
}
