package dev.marketlake.lake;

import dev.marketlake.lake.sink.TableView;
import dev.marketlake.lake.sink.TableViews;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** How the tables are doing, for people and for the command line. */
@RestController
class TablesEndpoint {
    private final TableViews views;

    TablesEndpoint(TableViews views) {
        this.views = views;
    }

    @GetMapping("/api/tables")
    List<TableView> tables() {
        return views.all();
    }
}
