.PHONY: build test fmt demo check compose bench night

build:   ## the distribution, without tests
	./mvnw -q -B -Dquick package -pl monitor-app -am

test:    ## everything that must hold
	./mvnw -B verify

fmt:     ## format the sources
	./mvnw -q -B spotless:apply

demo:    ## five months of real flights with injected incidents
	./streamgauge demo --headless --until-end

check:   ## what CI runs
	.ci/run

compose: ## Kafka, registry, Streamgauge, Prometheus and Grafana in containers
	docker-compose up --build

bench:   ## what monitoring costs on this machine, next to plain consumers and a naive topology
	./streamgauge bench

night:   ## 100,000 simulated histories with crashes, moves and silence, for some six minutes
	./mvnw -B verify -pl topology -am -Dtest=SimulationTest -Dsurefire.failIfNoSpecifiedTests=false -Dstreamgauge.simulation.seeds=100000
